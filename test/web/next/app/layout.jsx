// A page in; the document around it out.

export const metadata = { title: 'An app that classifies' }

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
